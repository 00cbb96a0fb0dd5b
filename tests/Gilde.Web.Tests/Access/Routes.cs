using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gilde.Web.Tests.Access;

/// <summary>One route of the server: method, pattern and the access that it states.</summary>
public sealed record MappedRoute(string Method, string Pattern, Gilde.Web.Web.Access? Access)
{
    public bool HasObject => Pattern.Contains('{');

    /// <summary>The pattern with something in its places that no row has.</summary>
    public string WithNobody => System.Text.RegularExpressions.Regex.Replace(Pattern, @"\{(\*{0,2})(\w+)(:\w+)?[^}]*\}", m => m.Groups[3].Value is ":long" or ":int" ? "999999999" : "nobody");

    public override string ToString() => $"{Method} {Pattern}";
}

public static class Routes
{
    public static IReadOnlyList<MappedRoute> Of(GildeServer server) =>
        server.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                .Select(m => new MappedRoute(m, e.RoutePattern.RawText!, e.Metadata.GetMetadata<AccessMetadata>()?.Access)))
            .Distinct().OrderBy(r => r.Pattern, StringComparer.Ordinal).ThenBy(r => r.Method, StringComparer.Ordinal).ToList();
}
