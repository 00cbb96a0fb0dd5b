using Gilde.Web.Groups;
using Gilde.Web.Posts;
using Gilde.Web.Profiles;

namespace Gilde.Web.Follows;

internal static class FollowsModel
{
    public static void Build(ModelBuilder builder)
    {
        builder.Entity<MemberFollow>(e =>
        {
            e.HasKey(f => new { f.FollowerId, f.FollowedId });
            e.HasIndex(f => f.FollowedId);
            e.HasOne<Member>().WithMany().HasForeignKey(f => f.FollowerId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(f => f.FollowedId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<TagFollow>(e =>
        {
            e.HasKey(f => new { f.MemberId, f.TagId });
            e.HasIndex(f => f.TagId);
            e.HasOne<Member>().WithMany().HasForeignKey(f => f.MemberId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Tag>().WithMany().HasForeignKey(f => f.TagId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<GroupFollow>(e =>
        {
            e.HasKey(f => new { f.MemberId, f.GroupId });
            e.HasIndex(f => f.GroupId);
            e.HasOne<Member>().WithMany().HasForeignKey(f => f.MemberId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Group>().WithMany().HasForeignKey(f => f.GroupId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Mute>(e =>
        {
            e.HasKey(m => new { m.MemberId, m.MutedId });
            e.HasIndex(m => m.MutedId);
            e.HasOne<Member>().WithMany().HasForeignKey(m => m.MemberId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(m => m.MutedId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
