using System.Globalization;
using System.Text;

namespace Gilde.Web.Formats;

/// <summary>
/// Reads the cards of a file, of any version from 2.1 to 4.0 and in any mixture. What cannot be read is a
/// problem in the list and never the end of the whole.
/// </summary>
public static class VCardReader
{
    public static VCardFile Read(Stream stream, string file, VCardLimits? limits = null)
    {
        var within = limits ?? VCardLimits.Default;
        var problems = new ProblemList();
        List<VCard> cards = [];
        try
        {
            using var bytes = new StreamReader(Utf8(new LimitedStream(stream, within.Bytes)), Encoding.Latin1);
            cards.AddRange(Cards(bytes, file, within, problems));
        }
        catch (TooLongException)
        {
            problems.Add(file, 0, "The file is larger than {0} MB.", (within.Bytes / 1024 / 1024).ToString(CultureInfo.InvariantCulture));
            cards.Clear();
        }
        if (cards.Count == 0 && problems.Total == 0)
            problems.Add(file, 1, "The file holds no vCard.");
        return new VCardFile(cards, problems);
    }

    /// <summary>Byte order marks removed, UTF-16 turned into UTF-8.</summary>
    private static Stream Utf8(Stream stream)
    {
        var all = new MemoryStream();
        stream.CopyTo(all);
        var bytes = all.GetBuffer().AsSpan(0, (int)all.Length);
        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
            return new MemoryStream(Encoding.Convert(Encoding.Unicode, Encoding.UTF8, bytes[2..].ToArray()));
        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
            return new MemoryStream(Encoding.Convert(Encoding.BigEndianUnicode, Encoding.UTF8, bytes[2..].ToArray()));
        all.Position = bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? 3 : 0;
        return all;
    }

    private static IEnumerable<VCard> Cards(TextReader bytes, string file, VCardLimits limits, ProblemList problems)
    {
        VCardBuilder? open = null;
        var (began, count, agents, agentComes) = (0L, 0, 0, false);
        foreach (var (number, line) in new VCardLines(bytes, file, limits, problems).Read())
        {
            var property = VCardProperty.Parse(line);
            if (property is { Name: "BEGIN" })
            {
                if (open is not null && (agentComes || agents > 0))
                {
                    agents++;
                    continue;
                }
                if (Finish(open, began) is { } unfinished)
                    yield return unfinished;
                if (open is not null)
                    problems.Add(file, began, "The card has no end.");
                if (count++ == limits.Cards)
                {
                    problems.Add(file, number, "The file has more than {0} cards. The rest was left out.", limits.Cards.ToString(CultureInfo.InvariantCulture));
                    yield break;
                }
                (open, began) = (new VCardBuilder(file, limits, problems), number);
            }
            else if (property is { Name: "END" } && agents > 0)
            {
                agents--;
            }
            else if (property is { Name: "END" })
            {
                if (Finish(open, began) is { } card)
                    yield return card;
                open = null;
            }
            else if (property is null)
            {
                problems.Add(file, number, "The line is not part of a vCard and was left out.");
            }
            else if (agents == 0)
            {
                open?.Add(property, number);
            }
            agentComes = property is { Name: "AGENT" } && property.Value.Trim().Length == 0;
        }
        if (open is null)
            yield break;
        problems.Add(file, began, "The card has no end.");
        if (Finish(open, began) is { } last)
            yield return last;

        VCard? Finish(VCardBuilder? builder, long line)
        {
            var card = builder?.Build();
            if (builder is not null && card is null)
                problems.Add(file, line, "The card names nobody and was left out.");
            return card;
        }
    }
}

public sealed record VCardFile(IReadOnlyList<VCard> Cards, ProblemList Problems);
