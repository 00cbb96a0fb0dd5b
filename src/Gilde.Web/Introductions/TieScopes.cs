using Gilde.Web.Data;
using Gilde.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Gilde.Web.Introductions;

/// <summary>Ties are private to their two members; the unscoped reads are for the upkeep of ties and graph alone.</summary>
public static class TieScopes
{
    /// <summary>The viewer's own ties.</summary>
    public static IQueryable<Tie> TiesOf(this GildeDb db, Viewer viewer) => db.Ties.Where(t => t.LowId == viewer.Id || t.HighId == viewer.Id);

    internal static Task<Tie?> Tie(this GildeDb db, long low, long high, CancellationToken stop) =>
        db.Ties.FirstOrDefaultAsync(t => t.LowId == low && t.HighId == high, stop);

    /// <summary>All ties in the order of their key, after one.</summary>
    internal static IQueryable<Tie> TiesAfter(this GildeDb db, long low, long high) =>
        db.Ties.AsNoTracking().Where(t => t.LowId > low || (t.LowId == low && t.HighId > high)).OrderBy(t => t.LowId).ThenBy(t => t.HighId);

    /// <summary>Those who get what a member writes in a conversation.</summary>
    internal static IQueryable<long> OthersIn(this GildeDb db, long conversation, long sender) =>
        db.Participants.Where(p => p.ConversationId == conversation && p.MemberId != sender && p.LeftAt == null).Select(p => p.MemberId);
}
