namespace Gilde.Web.Conversations;

/// <summary>Whom the viewer may add to a group: contacts who are not in it.</summary>
internal static class GroupCandidates
{
    private const int Most = 200;

    public static async Task<IReadOnlyList<Addressee>> Load(GildeDb db, Viewer viewer, ThreadHead head, CancellationToken stop)
    {
        var present = head.Present.Select(p => p.Id).ToList();
        return await db.ContactsNamed(viewer, "").Where(m => !present.Contains(m.Id)).Take(Most).Select(m => new Addressee(m.Id, m.Name, m.Handle, m.Headline, m.PictureId)).ToListAsync(stop);
    }
}
