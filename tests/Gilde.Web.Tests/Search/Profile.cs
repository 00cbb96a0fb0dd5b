using Gilde.Web.Events;
using Gilde.Web.Profiles;
using Gilde.Web.Search;
using Gilde.Web.Tests.Introductions;

namespace Gilde.Web.Tests.Search;

/// <summary>Writes a member's profile as saving a page does, and waits for the index.</summary>
internal static class Profile
{
    public static async Task Write(this GildeServer server, TestMember member, Action<Member>? change = null, (Audience Audience, ProfileSection Section)[]? audiences = null, params IProfilePart[] parts)
    {
        await server.Db(async db =>
        {
            var row = await db.Members.SingleAsync(m => m.Id == member.Id);
            change?.Invoke(row);
            foreach (var part in parts) db.Add(part);
            foreach (var (audience, section) in audiences ?? []) db.Add(new SectionAudience { MemberId = member.Id, Section = section, Audience = audience });
            db.Record(server.Clock, EventKinds.MemberChanged, member.Id, member.Id);
            await db.SaveChangesAsync();
        });
        await server.Indexed();
    }

    public static Topic Topic(this TestMember member, TopicKind kind, string text) => new() { MemberId = member.Id, Kind = kind, Text = text };

    public static Position Position(this TestMember member, string title, string firm) => new() { MemberId = member.Id, Title = title, Firm = firm };

    /// <summary>Waits until the index has seen everything that was written before the call.</summary>
    public static async Task Indexed(this GildeServer server)
    {
        await server.Readable();
        var newest = await server.Db(async db => await db.Events.OrderByDescending(e => e.Transaction).ThenByDescending(e => e.Id).Select(e => new { e.Transaction, e.Id }).FirstAsync());
        await Eventually.Is(() => server.Db(async db => await db.EventPositions.AsNoTracking().AnyAsync(p => p.Reader == SearchReader.ReaderName
            && (p.Transaction > newest.Transaction || (p.Transaction == newest.Transaction && p.EventId >= newest.Id)))), "the index is current");
    }
}
