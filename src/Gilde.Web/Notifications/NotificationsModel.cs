using Gilde.Web.Profiles;

namespace Gilde.Web.Notifications;

internal static class NotificationsModel
{
    public static void Build(ModelBuilder builder)
    {
        builder.Entity<Notification>(e =>
        {
            // The unread one that the next event of its kind joins: there is never a second.
            e.HasIndex(n => new { n.MemberId, n.Kind, n.SubjectId }).IsUnique().HasFilter("read_at IS NULL");
            e.HasIndex(n => new { n.MemberId, n.At, n.Id });
            e.HasIndex(n => n.At);
            e.HasOne<Member>().WithMany().HasForeignKey(n => n.MemberId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<NotificationActor>(e =>
        {
            e.HasKey(a => new { a.NotificationId, a.ActorId });
            e.HasIndex(a => new { a.NotificationId, a.EventId });
            e.HasIndex(a => a.ActorId);
            e.HasOne<Notification>().WithMany().HasForeignKey(a => a.NotificationId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(a => a.ActorId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<NotificationChoice>(e =>
        {
            e.HasKey(c => new { c.MemberId, c.Topic });
            e.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<NotificationTimes>(e =>
        {
            e.HasKey(t => t.MemberId);
            e.Property(t => t.MemberId).ValueGeneratedNever();
            e.HasOne<Member>().WithOne().HasForeignKey<NotificationTimes>(t => t.MemberId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<DigestTurn>(e =>
        {
            e.HasKey(t => new { t.MemberId, t.Period });
            e.HasIndex(t => t.DueAt);
            e.HasOne<Member>().WithMany().HasForeignKey(t => t.MemberId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
