using System.Text.RegularExpressions;

namespace Gilde.Web.Tests.Introductions;

/// <summary>A page without what differs each time that it is asked for.</summary>
internal static partial class SteadyPage
{
    public static string Of(string page) => Changing().Replace(page, "…");

    [GeneratedRegex("""(?<=nonce="|csp-nonce" content="|/live\?after=)[^"]+""")]
    private static partial Regex Changing();
}
