using System.Text.Json;

namespace Gilde.Web.Tests.Introductions;

/// <summary>What the page of routes says, read back from its JSON.</summary>
internal sealed record RouteReading(string Outcome, IReadOnlyList<string> Routes, string Body)
{
    /// <summary>Each route as handles with the step of the tie between them: <c>anna =veryClose= ? =close= carl</c>; ? is who is not named.</summary>
    public static async Task<RouteReading> To(HttpClient viewer, string handle)
    {
        var body = await viewer.Json("/introductions/to/" + handle);
        var json = JsonDocument.Parse(body).RootElement;
        return new RouteReading(json.GetProperty("outcome").GetString()!, json.GetProperty("routes").EnumerateArray().Select(Chain).ToList(), body);
    }

    public static Task<RouteReading> To(TestMember viewer, TestMember target) => To(viewer.Client, target.Handle);

    /// <summary>The routes to anyone whom a search finds.</summary>
    public static async Task<IReadOnlyList<string>> ToAny(HttpClient viewer, string query) =>
        JsonDocument.Parse(await viewer.Json("/introductions/any?" + query)).RootElement.GetProperty("routes").EnumerateArray().Select(r => Chain(r.GetProperty("route"))).ToList();

    private static string Chain(JsonElement route) => string.Concat(route.GetProperty("stops").EnumerateArray().Select(stop =>
        (stop.GetProperty("person") is { ValueKind: JsonValueKind.Object } person ? person.GetProperty("handle").GetString() : "?")
        + (stop.GetProperty("tieToNext").GetString() is { } tie ? $" ={tie}= " : "")));
}
