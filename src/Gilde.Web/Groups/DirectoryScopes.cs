using Gilde.Web.Contacts;
using Gilde.Web.Profiles;

namespace Gilde.Web.Groups;

internal static class DirectoryScopes
{
    /// <summary>Groups that can be found, those in which something was said last first; each word stands somewhere in name, summary or tags.</summary>
    public static IQueryable<GroupRow> DirectoryRows(this GildeDb db, Viewer viewer, IReadOnlyList<string> words, bool mineToo)
    {
        var groups = db.GroupsVisibleTo(viewer);
        foreach (var word in words) groups = groups.Where(g => g.Words.Contains(word));
        groups = mineToo
            ? groups.Where(g => g.ArchivedAt == null || db.GroupMembers.Any(m => m.GroupId == g.Id && m.MemberId == viewer.Id))
            : groups.Where(g => g.ArchivedAt == null && !db.GroupMembers.Any(m => m.GroupId == g.Id && m.MemberId == viewer.Id));
        return groups.Rows(db, viewer).OrderByDescending(g => g.ActiveAt).ThenByDescending(g => g.Id);
    }

    public static IQueryable<GroupRow> MyGroupRows(this GildeDb db, Viewer viewer) =>
        db.GroupsOf(viewer).Rows(db, viewer).OrderByDescending(g => g.ActiveAt).ThenByDescending(g => g.Id).Take(Group.MostOfAMember);

    public static IQueryable<WaitingInvitation> InvitationRows(this GildeDb db, Viewer viewer) =>
        (from invitation in db.InvitationsTo(viewer)
         join g in db.Groups on invitation.GroupId equals g.Id
         join inviter in db.Members on invitation.ById equals inviter.Id
         where g.ArchivedAt == null
         orderby invitation.At descending
         select new WaitingInvitation(
             new GroupRow { Id = g.Id, Slug = g.Slug, Name = g.Name, Summary = g.Summary, Kind = g.Kind, PictureId = g.PictureId, Members = g.Members, ActiveAt = g.ActiveAt },
             new Person(inviter.Id, inviter.Handle, inviter.Name, inviter.Headline, inviter.PictureId))).Take(20);

    public static async Task<ILookup<long, string>> TagsOf(this GildeDb db, IReadOnlyCollection<long> groups, CancellationToken stop) =>
        (await db.GroupTags.AsNoTracking().Where(t => groups.Contains(t.GroupId)).OrderBy(t => t.Rank).ToListAsync(stop)).ToLookup(t => t.GroupId, t => t.Name);

    private static IQueryable<GroupRow> Rows(this IQueryable<Group> groups, GildeDb db, Viewer viewer) => groups.Select(g => new GroupRow
    {
        Id = g.Id, Slug = g.Slug, Name = g.Name, Summary = g.Summary, Kind = g.Kind, PictureId = g.PictureId, Members = g.Members, ActiveAt = g.ActiveAt, ArchivedAt = g.ArchivedAt,
        Role = db.GroupMembers.Where(m => m.GroupId == g.Id && m.MemberId == viewer.Id).Select(m => (GroupRole?)m.Role).FirstOrDefault(),
    });
}
