using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace Gilde.Web.Web.Design;

/// <summary>
/// Markup by interpolation, every value encoded: <c>Html.Of($"&lt;b&gt;{name}&lt;/b&gt;")</c>. For what a page has by the hundred, where components for every part
/// would cost more than all else; a page itself is a Razor view. Only a <see cref="MarkupString"/> goes in as it is.
/// </summary>
[InterpolatedStringHandler]
public ref struct Html(int literals, int values)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private DefaultInterpolatedStringHandler html = new(literals, values, CultureInfo.InvariantCulture);

    public static MarkupString Of(Html html) => new(html.html.ToStringAndClear());

    public void AppendLiteral(string markup) => html.AppendLiteral(markup);

    public void AppendFormatted(MarkupString markup) => html.AppendFormatted(markup.Value);

    public void AppendFormatted(string? value)
    {
        if (value is not null) html.AppendFormatted(Encoder.Encode(value));
    }

    public void AppendFormatted(long value) => html.AppendFormatted(value);
}
