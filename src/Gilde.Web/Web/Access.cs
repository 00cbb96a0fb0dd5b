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
#pragma warning disable RS0030 // the one place where routes are mapped
    public RouteHandlerBuilder Get(string pattern, Delegate handler) => Mark(routes.MapGet(pattern, handler));
    public RouteHandlerBuilder Post(string pattern, Delegate handler) => Mark(routes.MapPost(pattern, handler));
    public RouteHandlerBuilder Put(string pattern, Delegate handler) => Mark(routes.MapPut(pattern, handler));
    public RouteHandlerBuilder Patch(string pattern, Delegate handler) => Mark(routes.MapPatch(pattern, handler));
    public RouteHandlerBuilder Delete(string pattern, Delegate handler) => Mark(routes.MapDelete(pattern, handler));
#pragma warning restore RS0030

    // Cross-site forms are refused for every route by CrossOriginProtection, so no tokens in forms.
    private RouteHandlerBuilder Mark(RouteHandlerBuilder route) => route.WithMetadata(new AccessMetadata(access)).DisableAntiforgery();
}
