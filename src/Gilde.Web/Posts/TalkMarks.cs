using System.Globalization;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;

namespace Gilde.Web.Posts;

/// <summary>Teaches Markdown <c>@handle</c> and <c>#word</c>; not in code, in links or in the middle of a word.</summary>
internal sealed class TalkMarks : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new MentionParser());
        pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new TagParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }
}

internal sealed class MentionInline : LinkInline
{
    public required string Handle { get; init; }
}

internal sealed class TagInline : LinkInline
{
    public required string Name { get; init; }
}

internal sealed class MentionParser : InlineParser
{
    private const int Longest = 40;

    public MentionParser() => OpeningCharacters = ['@'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (!WordMark.MayBegin(slice)) return false;
        var length = WordMark.Length(slice, c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        if (length is 0 or > Longest) return false;
        var name = slice.Text.Substring(slice.Start + 1, length);
        WordMark.Put(processor, ref slice, new MentionInline { Handle = name.ToLowerInvariant(), Url = "/@" + name.ToLowerInvariant() }, "@" + name);
        return true;
    }
}

internal sealed class TagParser : InlineParser
{
    public TagParser() => OpeningCharacters = ['#'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (!WordMark.MayBegin(slice)) return false;
        var length = WordMark.Length(slice, c => c == '_' || char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark);
        // "#1" is a number, not a tag.
        if (length is 0 or > Tag.MaxLength || !slice.Text.AsSpan(slice.Start + 1, length).ContainsAnyExceptInRange('0', '9')) return false;
        var name = slice.Text.Substring(slice.Start + 1, length);
        WordMark.Put(processor, ref slice, new TagInline { Name = name, Url = "/tags/" + Uri.EscapeDataString(TalkText.TagKey(name)) }, "#" + name);
        return true;
    }
}

/// <summary>What both have in common: a sign before a word.</summary>
internal static class WordMark
{
    /// <summary>Not right behind a letter or digit (mail addresses), nor behind the same sign or a slash (addresses).</summary>
    public static bool MayBegin(in StringSlice slice) => slice.PeekCharExtra(-1) is var before && !char.IsLetterOrDigit(before) && before is not ('/' or '@' or '#' or '&' or '_');

    public static int Length(in StringSlice slice, Func<char, bool> belongs)
    {
        var end = slice.Start + 1;
        while (end <= slice.End && belongs(slice.Text[end])) end++;
        // A hyphen that ends a sentence part belongs to the sentence.
        while (end > slice.Start + 1 && slice.Text[end - 1] is '-') end--;
        return end - slice.Start - 1;
    }

    public static void Put(InlineProcessor processor, ref StringSlice slice, LinkInline link, string words)
    {
        link.IsClosed = true;
        link.Span.Start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        link.Span.End = link.Span.Start + words.Length - 1;
        (link.Line, link.Column) = (line, column);
        link.AppendChild(new LiteralInline(words));
        processor.Inline = link;
        slice.Start += words.Length;
    }
}
