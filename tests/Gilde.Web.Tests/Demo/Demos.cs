using System.Security.Cryptography;
using System.Text;
using Gilde.Web.Demo;

namespace Gilde.Web.Tests.Demo;

/// <summary>A demo network made once for all tests that only look at it, and its fingerprint.</summary>
internal static class Demos
{
    public static readonly Instant Today = Instant.FromUtc(2026, 5, 13, 10, 30);
    private static readonly Lazy<DemoNetwork> LazyFull = new(() => new DemoNetwork(DemoNetwork.DefaultSeed, Today));
    private static readonly Lazy<List<DemoConversation>> LazyTalks = new(() => LazyFull.Value.Conversations().ToList());

    public static DemoNetwork Full => LazyFull.Value;
    public static List<DemoConversation> Talks => LazyTalks.Value;

    /// <summary>A hash over everything that the network contains.</summary>
    public static string Fingerprint(DemoNetwork network)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(params object?[] values) => hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\u001f', values.Select(Text)) + '\n'));
        foreach (var f in network.Firms) Add(f.Name, f.Kind, f.Town.Name, f.Founded, f.Employees, f.Seats, f.Domain);
        foreach (var m in network.Members)
        {
            Add(m.Name, m.Handle, m.Birthday, m.ShowsBirthYear, m.Language, m.Town.Name, m.Firm.Name, m.Function, m.Speciality, m.JoinedAt, m.Headline, m.About, m.Website);
            Add(m.Skills, m.Offers, m.Seeks, m.Interests, m.Languages, m.Credentials, m.Card, m.Educations);
            foreach (var p in m.Positions) Add(p.Title, p.Firm.Name, p.From, p.To, p.Text);
        }
        foreach (var c in network.Contacts)
        {
            Add(c.Low, c.High, c.Kind, c.Closeness, c.Since, c.Met);
            foreach (var side in new[] { c.LowSide, c.HighSide }) Add(side.HowMet, side.Note, side.Tags, side.Hidden, side.ReleasesAll);
        }
        foreach (var r in network.Requests) Add(r.From, r.To, r.Reason, r.At);
        foreach (var c in network.Conversations())
        {
            Add(c.Title, c.Reason, c.Participants.Cast<object>(), c.Read.Cast<object>());
            foreach (var m in c.Messages) Add(m.Sender, m.At, m.Text);
        }
        foreach (var i in network.Introductions()) Add(i.Requester, i.First, i.Target, i.Wish, i.AskedAt, i.Passed, i.Accepted, i.Thanks);
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        System.Collections.IEnumerable list => string.Join('\u001e', list.Cast<object>()),
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
