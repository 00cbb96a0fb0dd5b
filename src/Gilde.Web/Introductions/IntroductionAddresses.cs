namespace Gilde.Web.Introductions;

internal static class IntroductionAddresses
{
    public static string To(string handle) => "/introductions/to/" + handle;

    public static string One(long id) => $"/introductions/{id}";

    /// <summary>The form that asks the first of a route to pass a request on.</summary>
    public static string Ask(Route route, string? about) =>
        $"/introductions/ask?over={Uri.EscapeDataString(route.First.Handle)}&to={Uri.EscapeDataString(route.Target.Handle)}&hops={route.Hops}" + (about is null ? "" : "&about=" + Uri.EscapeDataString(about));

    public static string AskOutside(string over) => "/introductions/ask?over=" + Uri.EscapeDataString(over);

    public static string Mutual(string handle, long? after = null) => $"/introductions/mutual/{handle}" + (after is null ? "" : $"?after={after}");
}
