using Gilde.Web.Profiles;

namespace Gilde.Web.Contacts;

/// <summary>What people do at present, as far as they show it to members or to their contacts.</summary>
internal static class CurrentPositions
{
    public static async Task<Dictionary<long, Position>> Of(GildeDb db, IReadOnlyCollection<long> members, bool asContacts, CancellationToken stop)
    {
        var positions = await db.Positions.AsNoTracking()
            .Where(p => members.Contains(p.MemberId) && p.To == null)
            .Where(p => !db.SectionAudiences.Any(s => s.MemberId == p.MemberId && s.Section == ProfileSection.Positions
                && (s.Audience == Audience.Nobody || (s.Audience == Audience.Contacts && !asContacts))))
            .ToListAsync(stop);
        return positions.GroupBy(p => p.MemberId).ToDictionary(g => g.Key, g => g.OrderByDescending(p => p.From).ThenBy(p => p.Id).First());
    }
}
