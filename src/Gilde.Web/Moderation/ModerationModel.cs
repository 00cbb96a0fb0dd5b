using Gilde.Web.Pictures;
using Gilde.Web.Posts;
using Gilde.Web.Profiles;

namespace Gilde.Web.Moderation;

internal static class ModerationModel
{
    /// <summary>The longest thing that can be reported is an article with its title, its note and the options of its poll; kept as JSON, where a sign may take six.</summary>
    private const int MaxText = Post.MaxArticle + 2_000, MaxKept = MaxText * 6;

    /// <summary>Cases and decisions outlive the people they are about, without their words: the figures of a year stay true.</summary>
    public static void Build(ModelBuilder builder)
    {
        builder.Entity<Case>(e =>
        {
            e.HasIndex(c => new { c.Kind, c.ObjectId }).IsUnique().HasFilter("decision_id IS NULL");
            e.HasIndex(c => new { c.ObjectId, c.Kind });
            e.HasIndex(c => c.DecisionId);
            e.HasIndex(c => c.AuthorId);
            e.HasIndex(c => c.OpenedAt);
            e.HasOne<Member>().WithMany().HasForeignKey(c => c.AuthorId).OnDelete(DeleteBehavior.SetNull);
        });
        builder.Entity<Report>(e =>
        {
            e.Property(r => r.Text).HasMaxLength(MaxText);
            e.Property(r => r.Explanation).HasMaxLength(Report.MaxExplanation);
            e.Property(r => r.ReporterName).HasMaxLength(Report.MaxName);
            e.HasIndex(r => new { r.CaseId, r.ReporterId }).IsUnique();
            e.HasIndex(r => r.ReporterId);
            e.HasIndex(r => r.At);
            e.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(r => r.ReporterId).OnDelete(DeleteBehavior.SetNull);
        });
        builder.Entity<ReportPicture>(e =>
        {
            e.HasKey(p => new { p.ReportId, p.PictureId });
            e.HasIndex(p => p.PictureId);
            e.HasOne<Report>().WithMany().HasForeignKey(p => p.ReportId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Picture>().WithMany().HasForeignKey(p => p.PictureId).OnDelete(DeleteBehavior.Cascade);
        });
        Decisions(builder);
    }

    private static void Decisions(ModelBuilder builder)
    {
        builder.Entity<Decision>(e =>
        {
            e.Property(d => d.Reference).HasMaxLength(Decision.MaxReference);
            e.Property(d => d.Facts).HasMaxLength(Decision.MaxFacts);
            e.Property(d => d.Kept).HasMaxLength(MaxKept);
            e.HasIndex(d => d.CaseId);
            e.HasIndex(d => d.At);
            e.HasOne<Case>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<DecisionLink>(e =>
        {
            e.HasIndex(l => l.TokenHash).IsUnique();
            e.HasIndex(l => l.DecisionId);
            e.HasIndex(l => l.ReportId);
            e.HasOne<Decision>().WithMany().HasForeignKey(l => l.DecisionId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Report>().WithMany().HasForeignKey(l => l.ReportId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Appeal>(e =>
        {
            e.Property(a => a.Text).HasMaxLength(Appeal.MaxText);
            e.HasIndex(a => a.DecisionId).IsUnique().HasFilter("report_id IS NULL");
            e.HasIndex(a => new { a.ReportId, a.DecisionId }).IsUnique();
            e.HasIndex(a => a.At);
            e.HasOne<Decision>().WithMany().HasForeignKey(a => a.DecisionId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Report>().WithMany().HasForeignKey(a => a.ReportId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<AppealAnswer>(e =>
        {
            e.HasKey(a => a.AppealId);
            e.Property(a => a.AppealId).ValueGeneratedNever();
            e.Property(a => a.Statement).HasMaxLength(AppealAnswer.MaxStatement);
            e.HasOne<Appeal>().WithOne().HasForeignKey<AppealAnswer>(a => a.AppealId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
