namespace Gilde.Web.Introductions;

internal static class IntroductionAddresses
{
    public static string To(string handle) => "/introductions/to/" + handle;

    public static string Mutual(string handle, long? after = null) => $"/introductions/mutual/{handle}" + (after is null ? "" : $"?after={after}");
}
