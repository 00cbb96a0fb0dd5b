using Gilde.Web.Profiles;

namespace Gilde.Web.Groups;

internal static class GroupsModel
{
    public static void Build(ModelBuilder builder)
    {
        builder.Entity<Group>(e =>
        {
            e.Property(g => g.Slug).HasMaxLength(60);
            e.Property(g => g.Name).HasMaxLength(Group.MaxName);
            e.Property(g => g.Summary).HasMaxLength(Group.MaxSummary);
            e.Property(g => g.Description).HasMaxLength(Group.MaxDescription);
            e.Property(g => g.Welcome).HasMaxLength(Group.MaxWelcome);
            e.HasIndex(g => g.Slug).IsUnique();
            e.HasIndex(g => new { g.ActiveAt, g.Id });
        });
        builder.Entity<GroupMember>(e =>
        {
            e.HasKey(m => new { m.GroupId, m.MemberId });
            e.HasIndex(m => m.MemberId);
            e.HasOne<Group>().WithMany().HasForeignKey(m => m.GroupId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(m => m.MemberId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
