using Gilde.Web.Profiles;

namespace Gilde.Web.Conversations;

internal static class ConversationsModel
{
    public const int MaxBody = 10_000;
    public const int MaxPictureText = 300;

    public static void Build(ModelBuilder builder)
    {
        builder.Entity<Conversation>(e =>
        {
            e.HasIndex(c => c.DirectKey).IsUnique();
            e.Property(c => c.DirectKey).HasMaxLength(41);
            e.HasIndex(c => c.LastMessageId);
        });
        builder.Entity<Participant>(e =>
        {
            e.HasKey(p => new { p.ConversationId, p.MemberId });
            e.Property(p => p.SinceId).HasDefaultValue(0L);
            e.HasIndex(p => new { p.MemberId, p.Unread });
            e.HasIndex(p => new { p.MemberId, p.LastMessageId });
            e.HasOne<Conversation>().WithMany().HasForeignKey(p => p.ConversationId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(p => p.MemberId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Message>(e =>
        {
            e.HasIndex(m => new { m.ConversationId, m.Id });
            e.HasIndex(m => m.SenderId);
            e.HasIndex(m => m.PictureId).HasFilter("picture_id IS NOT NULL");
            e.HasIndex(m => m.HeldAt).HasFilter("held_at IS NOT NULL");
            e.HasIndex(m => m.SubjectId).HasFilter("subject_id IS NOT NULL");
            e.Property(m => m.Body).HasMaxLength(MaxBody);
            e.Property(m => m.Kind).HasDefaultValue(MessageKind.Text);
            e.Property(m => m.PictureText).HasMaxLength(MaxPictureText).HasDefaultValue("");
            e.HasOne<Conversation>().WithMany().HasForeignKey(m => m.ConversationId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(m => m.SenderId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<FirstMessage>(e =>
        {
            e.HasKey(f => f.MessageId);
            e.Property(f => f.MessageId).ValueGeneratedNever();
            e.HasIndex(f => new { f.FromId, f.ToId }).IsUnique();
            e.HasIndex(f => new { f.FromId, f.SentAt });
            e.HasIndex(f => f.ToId);
            e.HasOne<Message>().WithOne().HasForeignKey<FirstMessage>(f => f.MessageId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(f => f.FromId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(f => f.ToId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<HeldDecision>(e =>
        {
            e.HasKey(d => d.MessageId);
            e.Property(d => d.MessageId).ValueGeneratedNever();
            e.HasOne<Message>().WithOne().HasForeignKey<HeldDecision>(d => d.MessageId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<UnreadNotice>(e =>
        {
            e.HasKey(n => new { n.ConversationId, n.MemberId });
            e.HasOne<Participant>().WithOne().HasForeignKey<UnreadNotice>(n => new { n.ConversationId, n.MemberId }).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
