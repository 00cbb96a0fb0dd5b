using Markdig;
using Markdig.Syntax;
using Microsoft.AspNetCore.Components;
using Engine = Markdig.Markdown;

namespace Gilde.Web.Web;

/// <summary>What members write, as HTML that is safe to show. Headings start at the third level, below those of the page.</summary>
public static class Markdown
{
    private const int HeadingsBelow = 2;

    private static readonly MarkdownPipeline Pipeline = Build(_ => { });

    /// <summary>For a view: <c>@Markdown.Show(text)</c> inside an element of class <c>prose</c>.</summary>
    public static MarkupString Show(string text) => new(ToHtml(text));

    public static string ToHtml(string text) => ToHtml(text, Pipeline);

    /// <summary>The same with what a feature adds to the language; see <see cref="Build"/>.</summary>
    internal static string ToHtml(string text, MarkdownPipeline pipeline)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        // Nested deeper than any person writes: shown as it was typed.
        if (Parse(text, pipeline) is not { } document) return $"<p>{System.Net.WebUtility.HtmlEncode(text)}</p>";
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(6, heading.Level + HeadingsBelow);
        return AllowedHtml.Clean(document.ToHtml(pipeline));
    }

    /// <summary>The text as a tree; null where it is nested deeper than any person writes.</summary>
    internal static MarkdownDocument? Parse(string text, MarkdownPipeline pipeline)
    {
        try
        {
            return Engine.Parse(text, pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The language that members write, and what a feature adds to it.</summary>
    internal static MarkdownPipeline Build(Action<MarkdownPipelineBuilder> add)
    {
        var builder = new MarkdownPipelineBuilder()
            .DisableHtml()
            .UseAutoLinks()
            .UsePipeTables()
            .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
            .UseSoftlineBreakAsHardlineBreak();
        add(builder);
        return builder.Build();
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
