using Gilde.Web.Groups;
using Gilde.Web.Pictures;
using Gilde.Web.Posts.Comments;
using Gilde.Web.Posts.Polls;
using Gilde.Web.Profiles;

namespace Gilde.Web.Posts;

internal static class PostsModel
{
    private const int MaxAddress = 2_000, MaxSummary = 500, MaxPoll = 6_000;

    public static void Build(ModelBuilder builder)
    {
        Posts(builder);
        Additions(builder);
        Comments(builder);
        Polls(builder);
        Drafts(builder);
    }

    private static void Posts(ModelBuilder builder)
    {
        builder.Entity<Post>(e =>
        {
            e.Property(p => p.Title).HasMaxLength(Post.MaxTitle);
            e.Property(p => p.Text).HasMaxLength(Post.MaxArticle);
            e.Property(p => p.ContentNote).HasMaxLength(Post.MaxContentNote);
            e.HasIndex(p => new { p.AuthorId, p.PublishedAt });
            e.HasIndex(p => new { p.GroupId, p.PublishedAt }).HasFilter("group_id IS NOT NULL");
            e.HasIndex(p => p.SharedId).HasFilter("shared_id IS NOT NULL");
            e.HasIndex(p => p.PublishedAt);
            e.HasIndex(p => p.HeldAt).HasFilter("held_at IS NOT NULL");
            e.HasIndex(p => p.CoverId).HasFilter("cover_id IS NOT NULL");
            e.HasOne<Member>().WithMany().HasForeignKey(p => p.AuthorId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Group>().WithMany().HasForeignKey(p => p.GroupId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Post>().WithMany().HasForeignKey(p => p.SharedId).OnDelete(DeleteBehavior.SetNull);
            e.HasOne<Picture>().WithMany().HasForeignKey(p => p.CoverId).OnDelete(DeleteBehavior.SetNull);
        });
        builder.Entity<PostRevision>(e =>
        {
            e.HasKey(r => new { r.PostId, r.Version });
            e.Property(r => r.Title).HasMaxLength(Post.MaxTitle);
            e.Property(r => r.Text).HasMaxLength(Post.MaxArticle);
            e.Property(r => r.ContentNote).HasMaxLength(Post.MaxContentNote);
            e.HasOne<Post>().WithMany().HasForeignKey(r => r.PostId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Reaction>(e =>
        {
            e.HasKey(r => new { r.PostId, r.MemberId });
            e.HasIndex(r => new { r.MemberId, r.At });
            e.HasOne<Post>().WithMany().HasForeignKey(r => r.PostId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(r => r.MemberId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Bookmark>(e =>
        {
            e.HasKey(b => new { b.MemberId, b.PostId });
            e.HasIndex(b => new { b.MemberId, b.At });
            e.HasIndex(b => b.PostId);
            e.HasOne<Member>().WithMany().HasForeignKey(b => b.MemberId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Post>().WithMany().HasForeignKey(b => b.PostId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void Additions(ModelBuilder builder)
    {
        builder.Entity<PostPicture>(e =>
        {
            e.HasKey(p => new { p.PostId, p.PictureId });
            e.HasIndex(p => p.PictureId).IsUnique();
            e.HasOne<Post>().WithMany().HasForeignKey(p => p.PostId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Picture>().WithMany().HasForeignKey(p => p.PictureId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<LinkPreview>(e =>
        {
            e.HasKey(l => l.PostId);
            e.Property(l => l.PostId).ValueGeneratedNever();
            e.Property(l => l.Address).HasMaxLength(MaxAddress);
            e.Property(l => l.Summary).HasMaxLength(MaxSummary);
            e.HasOne<Post>().WithOne().HasForeignKey<LinkPreview>(l => l.PostId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Tag>(e =>
        {
            e.Property(t => t.Key).HasMaxLength(Tag.MaxLength);
            e.Property(t => t.Name).HasMaxLength(Tag.MaxLength);
            e.HasIndex(t => t.Key).IsUnique();
        });
        builder.Entity<PostTag>(e =>
        {
            e.HasKey(t => new { t.PostId, t.TagId });
            e.HasIndex(t => new { t.TagId, t.PublishedAt });
            e.HasOne<Post>().WithMany().HasForeignKey(t => t.PostId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Tag>().WithMany().HasForeignKey(t => t.TagId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void Comments(ModelBuilder builder)
    {
        builder.Entity<Comment>(e =>
        {
            e.Property(c => c.Text).HasMaxLength(Comment.MaxText);
            e.HasIndex(c => new { c.PostId, c.ParentId, c.Id });
            e.HasIndex(c => c.AuthorId);
            e.HasIndex(c => c.ParentId).HasFilter("parent_id IS NOT NULL");
            e.HasOne<Post>().WithMany().HasForeignKey(c => c.PostId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Comment>().WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(c => c.AuthorId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<CommentRevision>(e =>
        {
            e.HasKey(r => new { r.CommentId, r.At });
            e.Property(r => r.Text).HasMaxLength(Comment.MaxText);
            e.HasOne<Comment>().WithMany().HasForeignKey(r => r.CommentId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<CommentReaction>(e =>
        {
            e.HasKey(r => new { r.CommentId, r.MemberId });
            e.HasIndex(r => r.MemberId);
            e.HasOne<Comment>().WithMany().HasForeignKey(r => r.CommentId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(r => r.MemberId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void Polls(ModelBuilder builder)
    {
        builder.Entity<Poll>(e =>
        {
            e.HasKey(p => p.PostId);
            e.Property(p => p.PostId).ValueGeneratedNever();
            e.HasOne<Post>().WithOne().HasForeignKey<Poll>(p => p.PostId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<PollOption>(e =>
        {
            e.Property(o => o.Text).HasMaxLength(Poll.MaxOption);
            e.HasIndex(o => new { o.PostId, o.Rank });
            e.HasOne<Poll>().WithMany().HasForeignKey(o => o.PostId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<PollVote>(e =>
        {
            e.HasKey(v => new { v.PostId, v.MemberId, v.OptionId });
            e.HasIndex(v => v.MemberId);
            e.HasIndex(v => v.OptionId);
            e.HasOne<Poll>().WithMany().HasForeignKey(v => v.PostId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<PollOption>().WithMany().HasForeignKey(v => v.OptionId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(v => v.MemberId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void Drafts(ModelBuilder builder)
    {
        builder.Entity<PostDraft>(e =>
        {
            e.Property(d => d.Title).HasMaxLength(Post.MaxTitle);
            e.Property(d => d.Text).HasMaxLength(Post.MaxArticle);
            e.Property(d => d.ContentNote).HasMaxLength(Post.MaxContentNote);
            e.Property(d => d.Poll).HasMaxLength(MaxPoll);
            e.HasIndex(d => d.AuthorId);
            e.HasIndex(d => d.GroupId);
            e.HasIndex(d => d.CoverId);
            e.HasOne<Member>().WithMany().HasForeignKey(d => d.AuthorId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Group>().WithMany().HasForeignKey(d => d.GroupId).OnDelete(DeleteBehavior.SetNull);
            e.HasOne<Picture>().WithMany().HasForeignKey(d => d.CoverId).OnDelete(DeleteBehavior.SetNull);
        });
        builder.Entity<DraftPicture>(e =>
        {
            e.HasKey(p => new { p.DraftId, p.PictureId });
            e.HasIndex(p => p.PictureId).IsUnique();
            e.HasOne<PostDraft>().WithMany().HasForeignKey(p => p.DraftId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Picture>().WithMany().HasForeignKey(p => p.PictureId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
