using System.Text;
using System.Text.RegularExpressions;

namespace Gilde.Web.Mail;

/// <summary>A mail that landed as a file because there is no relay; read for the page that developers look at.</summary>
public sealed partial record MailFile(string Name, DateTimeOffset At, string To, string Subject, string Text)
{
    private const int Newest = 200;

    /// <summary>The newest mails, newest first.</summary>
    public static IReadOnlyList<MailFile> List(string folder) =>
        !Directory.Exists(folder) ? [] : new DirectoryInfo(folder).EnumerateFiles("*.eml").OrderByDescending(f => f.LastWriteTimeUtc).ThenByDescending(f => f.Name, StringComparer.Ordinal)
            .Take(Newest).Select(Read).ToList();

    public static MailFile? Find(string folder, string name) =>
        FileName().IsMatch(name) && File.Exists(Path.Combine(folder, name)) ? Read(new FileInfo(Path.Combine(folder, name))) : null;

    private static MailFile Read(FileInfo file)
    {
        var (headers, body) = Split(File.ReadAllText(file.FullName, Encoding.UTF8).ReplaceLineEndings("\n"));
        if (Boundary().Match(headers.GetValueOrDefault("content-type", "")) is { Success: true } found)
            (headers, body) = PlainPart(headers, body, found.Groups[1].Value);
        var text = headers.GetValueOrDefault("content-transfer-encoding", "") switch
        {
            "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body)),
            "quoted-printable" => QuotedPrintable(body),
            _ => body,
        };
        return new MailFile(file.Name, file.LastWriteTimeUtc, Words(headers.GetValueOrDefault("to", "")), Words(headers.GetValueOrDefault("subject", "")), text.Trim());
    }

    private static (Dictionary<string, string> Headers, string Body) Split(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0) return ([], text);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Folded().Replace(text[..end], " ").Split('\n'))
            if (line.Split(": ", 2) is [var name, var value]) headers[name.ToLowerInvariant()] = value;
        return (headers, text[(end + 2)..]);
    }

    /// <summary>The first plain-text part, with what the mail itself says of receiver and subject.</summary>
    private static (Dictionary<string, string>, string) PlainPart(Dictionary<string, string> mail, string body, string boundary)
    {
        foreach (var part in body.Split("--" + boundary).Skip(1))
        {
            var (headers, text) = Split(part.TrimStart('\n'));
            if (!headers.GetValueOrDefault("content-type", "").StartsWith("text/plain", StringComparison.Ordinal)) continue;
            headers["to"] = mail.GetValueOrDefault("to", "");
            headers["subject"] = mail.GetValueOrDefault("subject", "");
            return (headers, text);
        }
        return (mail, body);
    }

    /// <summary>Header words in RFC 2047 encoding.</summary>
    private static string Words(string header) => EncodedWord().Replace(header, word =>
    {
        var text = word.Groups[3].Value;
        return word.Groups[2].Value is "B" or "b" ? Encoding.UTF8.GetString(Convert.FromBase64String(text)) : QuotedPrintable(text.Replace('_', ' '));
    });

    private static string QuotedPrintable(string text)
    {
        var bytes = new List<byte>(text.Length);
        text = text.Replace("=\n", "");
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), System.Globalization.NumberStyles.HexNumber, null, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else bytes.AddRange(Encoding.UTF8.GetBytes(text, i, 1));
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex(@"^[\w-]+\.eml$")]
    private static partial Regex FileName();

    [GeneratedRegex("boundary=\"?([^\";]+)\"?")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Folded();

    [GeneratedRegex(@"=\?([\w-]+)\?([BbQq])\?([^?]*)\?=\s*")]
    private static partial Regex EncodedWord();
}
