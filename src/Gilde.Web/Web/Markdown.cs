using Markdig;
using Markdig.Syntax;
using Microsoft.AspNetCore.Components;
using Engine = Markdig.Markdown;

namespace Gilde.Web.Web;

/// <summary>What members write, as HTML that is safe to show. Headings start at the third level, below those of the page.</summary>
public static class Markdown
{
    private const int HeadingsBelow = 2;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UseAutoLinks()
        .UsePipeTables()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .UseSoftlineBreakAsHardlineBreak()
        .Build();

    /// <summary>For a view: <c>@Markdown.Show(text)</c> inside an element of class <c>prose</c>.</summary>
    public static MarkupString Show(string text) => new(ToHtml(text));

    public static string ToHtml(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        try
        {
            var document = Engine.Parse(text, Pipeline);
            foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(6, heading.Level + HeadingsBelow);
            return AllowedHtml.Clean(document.ToHtml(Pipeline));
        }
        catch (ArgumentException)
        {
            // Nested deeper than any person writes: shown as it was typed.
            return $"<p>{System.Net.WebUtility.HtmlEncode(text)}</p>";
        }
    }

    /// <summary>The words alone, on one line: for previews, descriptions and search.</summary>
    public static string ToText(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        try
        {
            return Formats.VisibleText.Line(Engine.ToPlainText(text, Pipeline));
        }
        catch (ArgumentException)
        {
            return Formats.VisibleText.Line(text);
        }
    }
}
