using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace Gilde.Web.Moderation;

/// <summary>Words of others within a page about them: their headings are none of the page.</summary>
internal static partial class QuotedWords
{
    public static MarkupString Show(string text) => new(Heading().Replace(Markdown.ToHtml(text), m => m.Groups[1].Value.Length == 0 ? "<p><strong>" : "</strong></p>"));

    [GeneratedRegex(@"<(/?)h[1-6]>")]
    private static partial Regex Heading();
}
