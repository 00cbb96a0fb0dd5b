using System.Text;

namespace Gilde.Web.Formats;

/// <summary>The lines that vCard (RFC 6350, section 3) and iCalendar (RFC 5545, section 3.1) have in common: text escaped, folded at 75 octets.</summary>
internal static class ContentLine
{
    private const int MaxOctets = 75;

    public static void AppendContentLine(this StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c == '\n')
                escaped.Append("\\n");
            else if (c is '\\' or ',' or ';')
                escaped.Append('\\').Append(c);
            else if (!char.IsControl(c) || c == '\t')
                escaped.Append(c);
        }
        return escaped.ToString();
    }
}
