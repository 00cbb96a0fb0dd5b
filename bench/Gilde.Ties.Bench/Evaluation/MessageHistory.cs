using System.Globalization;
using System.IO.Compression;

namespace Gilde.Ties.Bench.Evaluation;

/// <summary>A private message: who wrote to whom, and when, in days since 1970-01-01.</summary>
public readonly record struct SentMessage(int From, int To, double At)
{
    public (int Low, int High) Pair => From < To ? (From, To) : (To, From);
    public int Day => (int)Math.Floor(At);
}

/// <summary>CollegeMsg: the private messages of a real social network, oldest first.</summary>
public static class MessageHistory
{
    private static readonly string[] Formats = ["M/d/yy h:mm tt"];

    /// <summary>Where the data lies: the folder named by GILDE_REAL_DATA, else beside the checkout. Null where it is absent.</summary>
    public static string? Find(string checkout)
    {
        var folder = Environment.GetEnvironmentVariable("GILDE_REAL_DATA") ?? Path.Combine(checkout, "../shared/data");
        var file = Path.Combine(folder, "collegemsg/collegemsg.csv.gz");
        return File.Exists(file) ? file : null;
    }

    public static SentMessage[] Read(string file)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        lines.ReadLine();
        var messages = new List<SentMessage>();
        while (lines.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            var at = DateTime.ParseExact(cells[2], Formats, CultureInfo.InvariantCulture);
            messages.Add(new(int.Parse(cells[0], CultureInfo.InvariantCulture), int.Parse(cells[1], CultureInfo.InvariantCulture), (at - DateTime.UnixEpoch).TotalDays));
        }
        return [.. messages.OrderBy(m => m.At)];
    }
}
