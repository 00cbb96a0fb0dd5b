using System.Globalization;

namespace Gilde.Web.Formats;

/// <summary>
/// What is wrong with one row of a file that someone brought. <paramref name="Message"/> is the English text
/// with places for <paramref name="Args"/>, and so the key of its translation.
/// </summary>
/// <param name="Row">The line in the file at which the row starts, from 1.</param>
public sealed record RowProblem(string File, long Row, string Message, IReadOnlyList<string> Args)
{
    /// <summary>In English.</summary>
    public string Text => string.Format(CultureInfo.InvariantCulture, Message, [.. Args]);

    public override string ToString() => $"{File}:{Row}: {Text}";
}
