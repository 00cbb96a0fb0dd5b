using System.Net;
using System.Text.RegularExpressions;

namespace Gilde.Web.Formats;

/// <summary>HTML that leaves the site: its addresses begin with the site's.</summary>
public static partial class AbsoluteHtml
{
    public static string Of(string html, Uri address) =>
        LocalAddress().Replace(html, m => $"{m.Groups[1].Value}=\"{WebUtility.HtmlEncode(new Uri(address, WebUtility.HtmlDecode(m.Groups[2].Value)).AbsoluteUri)}\"");

    [GeneratedRegex("\\b(href|src)=\"(/[^\"]*)\"")]
    private static partial Regex LocalAddress();
}
