using System.Net;
using System.Text;
using Gilde.Web.Setup;

namespace Gilde.Web.Mail;

/// <summary>What a mail says, in the receiver's language already: paragraphs, one thing to do, paragraphs after it.</summary>
public sealed record Letter(Language Language, string To, string Subject)
{
    /// <summary>How the receiver is greeted; nobody in particular if empty.</summary>
    public string Name { get; init; } = "";
    public IReadOnlyList<string> Before { get; init; } = [];
    public LetterLink? Link { get; init; }
    /// <summary>Several things to tell, each with where it leads; after <see cref="Before"/>.</summary>
    public IReadOnlyList<LetterPoint> Points { get; init; } = [];
    public IReadOnlyList<string> After { get; init; } = [];
    /// <summary>How the receiver gets no more of these, at the foot and in the headers.</summary>
    public LetterLink? Unsubscribe { get; init; }
}

/// <summary>The button of a mail; <see cref="Path"/> begins with a slash.</summary>
public sealed record LetterLink(string Label, string Path);

/// <summary>One of several things that a mail tells. <see cref="Quote"/> may be empty.</summary>
public sealed record LetterPoint(string Text, string Quote, string Path);

/// <summary>Puts letters on the network's paper: plain text and simple HTML that says the same.</summary>
public sealed class Letters(Settings settings, TheNetwork network)
{
    private const string Ink = "#1d2320";

    public string Url(string path) => settings.Address.GetLeftPart(UriPartial.Authority) + path;

    public MailMessage Write(Letter letter)
    {
        var t = Texts.In(letter.Language);
        var greeting = letter.Name.Length > 0 ? t["Hello {0},", letter.Name] : t["Hello,"];
        string[] signature = [network.Face.Name, Url("/"), t["Imprint"] + ": " + Url("/imprint")];
        return new MailMessage(letter.To, letter.Subject, Text(letter, greeting, signature), Html(letter, greeting, signature)) { Unsubscribe = letter.Unsubscribe is { } link ? Url(link.Path) : null };
    }

    private string Text(Letter letter, string greeting, string[] signature)
    {
        var text = new StringBuilder(greeting).Append("\n\n");
        foreach (var paragraph in letter.Before) text.Append(paragraph).Append("\n\n");
        foreach (var point in letter.Points) text.Append("* ").Append(point.Text).Append('\n').Append(point.Quote.Length > 0 ? $"  “{point.Quote}”\n" : "").Append("  ").Append(Url(point.Path)).Append("\n\n");
        if (letter.Link is { } link) text.Append(link.Label).Append(":\n").Append(Url(link.Path)).Append("\n\n");
        foreach (var paragraph in letter.After) text.Append(paragraph).Append("\n\n");
        if (letter.Unsubscribe is { } less) text.Append(less.Label).Append(":\n").Append(Url(less.Path)).Append("\n\n");
        return text.Append("-- \n").AppendJoin('\n', signature).Append('\n').ToString();
    }

    // Mail programs know tables and inline styles; a page's style sheet does not reach them.
    private string Html(Letter letter, string greeting, string[] signature)
    {
        var color = network.Face.Color;
        var html = new StringBuilder($"<!DOCTYPE html><html lang=\"{letter.Language.Code()}\"><head><meta charset=\"utf-8\"><title>{Encode(letter.Subject)}</title></head>")
            .Append($"<body style=\"margin:0;padding:24px;background:#f6f4ef;color:{Ink};font:16px/1.5 system-ui,sans-serif\"><table role=\"presentation\" width=\"100%\"><tr><td align=\"center\">")
            .Append("<table role=\"presentation\" style=\"max-width:560px;width:100%;background:#fff;border-radius:12px\"><tr><td style=\"padding:28px\">")
            .Append($"<p style=\"margin:0 0 20px;font-weight:600;color:{(Setup.Brand.IsReadableOnPaper(color) ? color : Ink)}\">{Encode(network.Face.Name)}</p>");
        foreach (var paragraph in letter.Before.Prepend(greeting)) html.Append(Paragraph(paragraph));
        foreach (var point in letter.Points)
            html.Append($"<p style=\"margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid {color}\"><a href=\"{Encode(Url(point.Path))}\" style=\"color:{Ink};font-weight:600;text-decoration:none\">{Encode(point.Text)}</a>{(point.Quote.Length > 0 ? $"<br>“{Encode(point.Quote)}”" : "")}</p>");
        if (letter.Link is { } link)
            html.Append($"<p style=\"margin:24px 0\"><a href=\"{Encode(Url(link.Path))}\" style=\"display:inline-block;padding:12px 20px;border-radius:8px;background:{color};color:{Setup.Brand.TextOn(color)};text-decoration:none;font-weight:600\">{Encode(link.Label)}</a></p>");
        foreach (var paragraph in letter.After) html.Append(Paragraph(paragraph));
        if (letter.Unsubscribe is { } less) html.Append($"<p style=\"margin:24px 0 0;font-size:13px\"><a href=\"{Encode(Url(less.Path))}\" style=\"color:#5c635f\">{Encode(less.Label)}</a></p>");
        return html.Append($"<p style=\"margin:24px 0 0;font-size:13px;color:#5c635f\">{string.Join("<br>", signature.Select(Encode))}</p></td></tr></table></td></tr></table></body></html>").ToString();
    }

    private static string Paragraph(string text) => $"<p style=\"margin:0 0 16px\">{Encode(text).Replace("\n", "<br>")}</p>";

    private static string Encode(string? text) => WebUtility.HtmlEncode(text ?? "");
}
