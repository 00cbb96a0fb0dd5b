using System.Text;

namespace Gilde.Web.Formats;

public static class MarkdownLine
{
    /// <summary>A line of plain words stays one: what Markdown would read as a mark is escaped.</summary>
    public static string Of(string words)
    {
        var safe = new StringBuilder(words.Length + 8);
        foreach (var c in words)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|') safe.Append('\\');
            safe.Append(c);
        }
        return safe.ToString();
    }

    /// <summary>Each line of a text as a quotation.</summary>
    public static string Quote(string text) => string.Join('\n', text.Split('\n').Select(line => line.Length > 0 ? "> " + line : ">"));
}
