namespace Gilde.Web.Web;

/// <summary>Who may use a route. Every route states one; <see cref="AccessRoutes"/> is the only way to map.</summary>
public enum Access
{
    /// <summary>Everyone, signed in or not.</summary>
    Anyone,
    /// <summary>Signed-in members; others are asked to sign in.</summary>
    Members,
    /// <summary>Moderators and operators; for others the route does not exist.</summary>
    Moderators,
    /// <summary>Operators; for others the route does not exist.</summary>
    Operators,
    /// <summary>Everyone, also before the network is set up.</summary>
    Setup,
    /// <summary>Monitoring and static answers: no viewer is built.</summary>
    Machines,
    /// <summary>Mapped in development only.</summary>
    Development,
}

public sealed record AccessMetadata(Access Access);

public static class AccessRouting
{
    /// <summary>Routes that share one stated access: <c>app.For(Access.Members).Get("/contacts", …)</c>.</summary>
    public static AccessRoutes For(this IEndpointRouteBuilder routes, Access access) => new(routes, access);
}

/// <summary>Maps routes with a stated access. The framework's own Map methods are banned symbols, so a route without one does not build.</summary>
public readonly struct AccessRoutes(IEndpointRouteBuilder routes, Access access)
{
    public IEndpointConventionBuilder Get(string pattern, Delegate handler) => Map(HttpMethods.Get, pattern, handler);
    public IEndpointConventionBuilder Post(string pattern, Delegate handler) => Map(HttpMethods.Post, pattern, handler);
    public IEndpointConventionBuilder Put(string pattern, Delegate handler) => Map(HttpMethods.Put, pattern, handler);
    public IEndpointConventionBuilder Patch(string pattern, Delegate handler) => Map(HttpMethods.Patch, pattern, handler);
    public IEndpointConventionBuilder Delete(string pattern, Delegate handler) => Map(HttpMethods.Delete, pattern, handler);

    private IEndpointConventionBuilder Map(string method, string pattern, Delegate handler)
    {
#pragma warning disable RS0030 // the one place where routes are mapped
        var route = routes.MapMethods(pattern, [method], NotBoundYet);
#pragma warning restore RS0030
        route.Add(endpoint => BindOnFirstUse((RouteEndpointBuilder)endpoint, handler));
        // Cross-site forms are refused for every route by CrossOriginProtection, so no tokens in forms.
        return route.WithMetadata(new AccessMetadata(access)).DisableAntiforgery();
    }

    /// <summary>
    /// The framework compiles the code that fills a handler's parameters for all routes before the server answers anybody: a third of the start.
    /// Here each route's is compiled when it is first asked for. A parameter that cannot be bound still stops the start.
    /// </summary>
    private static void BindOnFirstUse(RouteEndpointBuilder endpoint, Delegate handler)
    {
        var options = new RequestDelegateFactoryOptions
        {
            ServiceProvider = endpoint.ApplicationServices,
            RouteParameterNames = endpoint.RoutePattern.Parameters.Select(p => p.Name),
            EndpointBuilder = endpoint,
        };
        var parameters = RequestDelegateFactory.InferMetadata(handler.Method, options);
        var bound = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options, parameters).RequestDelegate);
        endpoint.RequestDelegate = context => bound.Value(context);
    }

    private static Task NotBoundYet(HttpContext context) => throw new InvalidOperationException("Routes are bound when the endpoints are built.");
}
