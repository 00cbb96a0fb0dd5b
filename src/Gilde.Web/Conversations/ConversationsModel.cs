using Gilde.Web.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Gilde.Web.Conversations;

internal static class ConversationsModel
{
    public const int MaxBody = 10_000;

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
            e.HasIndex(p => new { p.MemberId, p.Unread });
            e.HasOne<Conversation>().WithMany().HasForeignKey(p => p.ConversationId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(p => p.MemberId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Message>(e =>
        {
            e.HasIndex(m => new { m.ConversationId, m.Id });
            e.HasIndex(m => m.SenderId);
            e.Property(m => m.Body).HasMaxLength(MaxBody);
            e.HasOne<Conversation>().WithMany().HasForeignKey(m => m.ConversationId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(m => m.SenderId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
