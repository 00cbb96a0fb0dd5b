using Gilde.Web.Profiles;

namespace Gilde.Web.Notifications;

internal static class NotificationsModel
{
    public static void Build(ModelBuilder builder) => builder.Entity<NoticeOptOut>(e =>
    {
        e.HasKey(o => new { o.MemberId, o.Kind });
        e.HasOne<Member>().WithMany().HasForeignKey(o => o.MemberId).OnDelete(DeleteBehavior.Cascade);
    });
}
