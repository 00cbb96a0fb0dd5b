using Gilde.Web.Groups.Files;
using Gilde.Web.Groups.Joining;
using Gilde.Web.Groups.Links;
using Gilde.Web.Groups.Talk;
using Gilde.Web.Posts;
using Gilde.Web.Profiles;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gilde.Web.Groups;

internal static class GroupsModel
{
    public static void Build(ModelBuilder builder)
    {
        Things(builder);
        builder.Entity<Group>(e =>
        {
            e.Property(g => g.Slug).HasMaxLength(Group.MaxSlug);
            e.Property(g => g.Name).HasMaxLength(Group.MaxName);
            e.Property(g => g.Summary).HasMaxLength(Group.MaxSummary);
            e.Property(g => g.Description).HasMaxLength(Group.MaxDescription);
            e.Property(g => g.Welcome).HasMaxLength(Group.MaxWelcome);
            e.Property(g => g.Words).HasMaxLength(Group.MaxWords).HasDefaultValue("");
            e.HasIndex(g => g.Slug).IsUnique();
            e.HasIndex(g => new { g.ActiveAt, g.Id });
            e.HasIndex(g => g.CreatedById);
            e.HasIndex(g => g.PictureId).HasFilter("picture_id IS NOT NULL");
        });
        builder.Entity<GroupMember>(e =>
        {
            e.HasKey(m => new { m.GroupId, m.MemberId });
            e.HasIndex(m => m.MemberId);
            e.HasIndex(m => new { m.GroupId, m.Role, m.MemberId });
            e.HasOne<Group>().WithMany().HasForeignKey(m => m.GroupId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(m => m.MemberId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<GroupTag>(e =>
        {
            e.HasKey(t => new { t.GroupId, t.Key });
            e.Property(t => t.Key).HasMaxLength(GroupTag.MaxName);
            e.Property(t => t.Name).HasMaxLength(GroupTag.MaxName);
            e.HasIndex(t => t.Key);
            e.HasOne<Group>().WithMany().HasForeignKey(t => t.GroupId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<GroupRuleset>(e =>
        {
            e.HasKey(r => new { r.GroupId, r.Version });
            e.Property(r => r.Text).HasMaxLength(Group.MaxRules);
            e.HasOne<Group>().WithMany().HasForeignKey(r => r.GroupId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<GroupRequest>(e =>
        {
            e.Property(r => r.Words).HasMaxLength(GroupRequest.MaxWords);
            OfMember(e, r => new { r.GroupId, r.MemberId }, nameof(GroupRequest.GroupId), nameof(GroupRequest.MemberId));
        });
        builder.Entity<GroupInvitation>(e =>
        {
            e.HasIndex(i => new { i.ById, i.At });
            e.HasOne<Member>().WithMany().HasForeignKey(i => i.ById).OnDelete(DeleteBehavior.Cascade);
            OfMember(e, i => new { i.GroupId, i.MemberId }, nameof(GroupInvitation.GroupId), nameof(GroupInvitation.MemberId));
        });
        builder.Entity<GroupBan>(e =>
        {
            e.Property(b => b.Reason).HasMaxLength(GroupBan.MaxReason);
            OfMember(e, b => new { b.GroupId, b.MemberId }, nameof(GroupBan.GroupId), nameof(GroupBan.MemberId));
        });
    }

    private static void Things(ModelBuilder builder)
    {
        builder.Entity<GroupFile>(e =>
        {
            e.Property(f => f.Name).HasMaxLength(GroupFile.MaxName);
            e.Property(f => f.Words).HasMaxLength(Group.MaxWords);
            e.HasIndex(f => new { f.GroupId, f.ChangedAt, f.Id });
            e.HasIndex(f => f.ById);
            e.HasOne<Group>().WithMany().HasForeignKey(f => f.GroupId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(f => f.ById).OnDelete(DeleteBehavior.SetNull);
        });
        builder.Entity<GroupFileVersion>(e =>
        {
            e.HasKey(v => new { v.FileId, v.Version });
            e.Property(v => v.Sha256).HasMaxLength(64);
            e.Property(v => v.Path).HasMaxLength(40);
            e.HasIndex(v => v.Path).IsUnique();
            e.HasIndex(v => v.ById);
            e.HasOne<GroupFile>().WithMany().HasForeignKey(v => v.FileId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(v => v.ById).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<GroupLink>(e =>
        {
            e.Property(l => l.Title).HasMaxLength(GroupLink.MaxTitle);
            e.Property(l => l.Address).HasMaxLength(GroupLink.MaxAddress);
            e.Property(l => l.Words).HasMaxLength(900);
            e.HasIndex(l => new { l.GroupId, l.Id });
            e.HasIndex(l => l.ById);
            e.HasOne<Group>().WithMany().HasForeignKey(l => l.GroupId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(l => l.ById).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<PostDecline>(e =>
        {
            e.HasKey(d => d.PostId);
            e.Property(d => d.PostId).ValueGeneratedNever();
            e.Property(d => d.Words).HasMaxLength(PostDecline.MaxWords);
            e.HasOne<Post>().WithOne().HasForeignKey<PostDecline>(d => d.PostId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    /// <summary>One row for a group and a member, which goes with either.</summary>
    private static void OfMember<T>(EntityTypeBuilder<T> entity, System.Linq.Expressions.Expression<Func<T, object?>> key, string group, string member) where T : class
    {
        entity.HasKey(key);
        entity.HasIndex(member);
        entity.HasOne<Group>().WithMany().HasForeignKey(group).OnDelete(DeleteBehavior.Cascade);
        entity.HasOne<Member>().WithMany().HasForeignKey(member).OnDelete(DeleteBehavior.Cascade);
    }
}
