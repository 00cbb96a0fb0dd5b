using Gilde.Graph;

namespace Gilde.Web.Introductions;

/// <summary>Ties are private to their two members; the unscoped reads are for the upkeep of ties and graph alone.</summary>
public static class TieScopes
{
    /// <summary>The viewer's own ties.</summary>
    public static IQueryable<Tie> TiesOf(this GildeDb db, Viewer viewer) => db.Ties.Where(t => t.LowId == viewer.Id || t.HighId == viewer.Id);

    internal static TieGround TieGround(this GildeDb db, long low, long high) => new(
        db.Exchanges.Where(x => (x.FromId == low && x.ToId == high) || (x.FromId == high && x.ToId == low)),
        db.Contacts.Where(c => (c.OwnerId == low && c.OtherId == high) || (c.OwnerId == high && c.OtherId == low)),
        db.KeptIntroductions.Where(k => k.LowId == low && k.HighId == high),
        db.Ties.Where(t => t.LowId == low && t.HighId == high));

    /// <summary>All pairs whose lower id is after one and up to another. Each side is found by its index.</summary>
    internal static TieGround TieGroundOfRange(this GildeDb db, long after, long upTo) => new(
        db.Exchanges.Where(x => (x.FromId > after && x.FromId <= upTo && x.FromId < x.ToId) || (x.ToId > after && x.ToId <= upTo && x.ToId < x.FromId)),
        db.Contacts.Where(c => (c.OwnerId > after && c.OwnerId <= upTo && c.OwnerId < c.OtherId) || (c.OtherId > after && c.OtherId <= upTo && c.OtherId < c.OwnerId)),
        db.KeptIntroductions.Where(k => k.LowId > after && k.LowId <= upTo),
        db.Ties.Where(t => t.LowId > after && t.LowId <= upTo));

    /// <summary>A pair's lines stand together, by day.</summary>
    internal static IQueryable<ExchangeLine> ExchangeLines(this TieGround ground) => ground.Exchanges
        .OrderBy(x => x.FromId < x.ToId ? x.FromId : x.ToId).ThenBy(x => x.FromId < x.ToId ? x.ToId : x.FromId).ThenBy(x => x.Day)
        .Select(x => new ExchangeLine(x.FromId < x.ToId ? x.FromId : x.ToId, x.FromId < x.ToId ? x.ToId : x.FromId, x.Day, x.FromId < x.ToId, x.Count, x.LastAt));

    internal static IQueryable<ContactSign> ContactSigns(this TieGround ground) =>
        ground.Contacts.Where(c => c.MetAt != null || c.Word != PrivateWord.Unsaid).Select(c => new ContactSign(c.OwnerId, c.OtherId, c.MetAt, c.Word));

    /// <summary>The ids of members after one, by number.</summary>
    internal static IQueryable<long> MembersAfter(this GildeDb db, long id) => db.Members.Where(m => m.Id > id).OrderBy(m => m.Id).Select(m => m.Id);

    /// <summary>Those who get what a member writes in a conversation.</summary>
    internal static IQueryable<long> OthersIn(this GildeDb db, long conversation, long sender) =>
        db.Participants.Where(p => p.ConversationId == conversation && p.MemberId != sender && p.LeftAt == null).Select(p => p.MemberId);
}
