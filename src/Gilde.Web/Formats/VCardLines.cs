using System.Text;

namespace Gilde.Web.Formats;

/// <summary>
/// The content lines of a vCard file with folds undone. Text is one character a byte (Latin-1), because each
/// property may be in a character set of its own.
/// </summary>
internal sealed class VCardLines(TextReader bytes, string file, VCardLimits limits, ProblemList problems)
{
    private string? _next = bytes.ReadLine();
    private long _nextNumber = 1;
    private bool _old;

    public IEnumerable<(long Number, string Text)> Read()
    {
        while (_next is { } first)
        {
            var number = _nextNumber;
            Advance();
            if (first.Length == 0 || first.All(char.IsWhiteSpace))
                continue;
            var line = Unfold(first);
            if (line.Length > limits.Line)
                problems.Add(file, number, "The line is too long and was left out.");
            else
                yield return (number, WithVersionNoted(line));
        }
    }

    private string Unfold(string first)
    {
        var (quotedPrintable, base64) = Encoding(first);
        if (_next is null || (!quotedPrintable && !base64 && !StartsFold(_next)))
            return first;
        var line = new StringBuilder(first);
        while (_next is { } next)
        {
            if (quotedPrintable && !IsEnd(next) && DropSoftBreak(line))
                line.Append(next);
            else if (StartsFold(next))
                line.Append(_old && !base64 ? next : next[1..]);
            else if (base64 && next.Length > 0 && !next.Contains(':'))
                line.Append(next);
            else
                break;
            Advance();
        }
        return line.ToString();
    }

    private void Advance()
    {
        _next = bytes.ReadLine();
        _nextNumber++;
    }

    /// <summary>vCard 2.1 folds at white space and keeps it; later versions fold anywhere and drop it.</summary>
    private string WithVersionNoted(string line)
    {
        if (line.StartsWith("VERSION", StringComparison.OrdinalIgnoreCase))
            _old = line.AsSpan(line.IndexOf(':') + 1).Trim().StartsWith("2");
        return line;
    }

    private static (bool QuotedPrintable, bool Base64) Encoding(string line)
    {
        var end = line.IndexOf(':');
        var head = end < 0 ? line : line[..end];
        return (head.Contains("QUOTED-PRINTABLE", StringComparison.OrdinalIgnoreCase),
            head.Contains("BASE64", StringComparison.OrdinalIgnoreCase) || head.Contains("ENCODING=B", StringComparison.OrdinalIgnoreCase));
    }

    private static bool StartsFold(string line) => line.Length > 0 && line[0] is ' ' or '\t';

    /// <summary>Quoted-printable says with a last “=” that the value goes on in the next line.</summary>
    private static bool DropSoftBreak(StringBuilder line)
    {
        var last = line.Length - 1;
        while (last >= 0 && line[last] is ' ' or '\t')
            last--;
        if (last < 0 || line[last] != '=')
            return false;
        line.Length = last;
        return true;
    }

    /// <summary>A value may end with a stray “=”; the card ends there all the same.</summary>
    private static bool IsEnd(string line) => line.Trim().Equals("END:VCARD", StringComparison.OrdinalIgnoreCase);
}
