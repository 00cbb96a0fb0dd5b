using Gilde.Web.Profiles;

namespace Gilde.Web.Contacts;

/// <summary>How many people a member may ask for contact within a day, whatever became of the requests.</summary>
public static class AskLimit
{
    public const int Strangers = 20;
    public const int StrangersWhenNew = 5;
    /// <summary>People met face to face, at a fair for instance, are no strangers; even so nobody meets more a day.</summary>
    public const int InPerson = 100;
    private static readonly Duration New = Duration.FromDays(7);

    /// <summary>How long the viewer must wait before they may ask one more; null if not at all.</summary>
    internal static async Task<Duration?> Wait(GildeDb db, Viewer viewer, AskInput input, Instant now, CancellationToken stop)
    {
        var isNew = (await db.Me(viewer, stop)).ActiveSince > now - New;
        var limit = input.InPerson ? InPerson : isNew ? StrangersWhenNew : Strangers;
        var since = now - Duration.FromDays(1);
        var asked = await db.ContactRequests
            .Where(r => r.FromId == viewer.Id && r.InPerson == input.InPerson && r.At > since && r.ToId != input.To)
            .OrderByDescending(r => r.At).Select(r => r.At).Take(limit).ToListAsync(stop);
        return asked.Count < limit ? null : asked[^1] + Duration.FromDays(1) - now;
    }
}
