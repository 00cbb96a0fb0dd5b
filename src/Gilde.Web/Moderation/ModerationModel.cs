using Gilde.Web.Conversations;
using Gilde.Web.Profiles;

namespace Gilde.Web.Moderation;

internal static class ModerationModel
{
    public static void Build(ModelBuilder builder)
    {
        builder.Entity<Report>(e =>
        {
            e.Property(r => r.Text).HasMaxLength(ConversationsModel.MaxBody);
            e.Property(r => r.Explanation).HasMaxLength(Report.MaxExplanation);
            e.HasIndex(r => new { r.MessageId, r.ReporterId }).IsUnique();
            e.HasIndex(r => r.ReporterId);
            e.HasIndex(r => r.AuthorId);
            e.HasIndex(r => r.PictureId).HasFilter("picture_id IS NOT NULL");
            e.HasOne<Message>().WithMany().HasForeignKey(r => r.MessageId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(r => r.ReporterId).OnDelete(DeleteBehavior.SetNull);
            e.HasOne<Member>().WithMany().HasForeignKey(r => r.AuthorId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ReportDecision>(e =>
        {
            e.HasKey(d => d.ReportId);
            e.Property(d => d.ReportId).ValueGeneratedNever();
            e.Property(d => d.Statement).HasMaxLength(ReportDecision.MaxStatement);
            e.HasOne<Report>().WithOne().HasForeignKey<ReportDecision>(d => d.ReportId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
