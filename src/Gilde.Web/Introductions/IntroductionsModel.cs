using Gilde.Web.Profiles;

namespace Gilde.Web.Introductions;

internal static class IntroductionsModel
{
    public static void Build(ModelBuilder builder)
    {
        builder.Entity<Exchange>(e =>
        {
            e.HasKey(x => new { x.FromId, x.ToId, x.Day, x.Source });
            e.HasIndex(x => x.ToId);
            e.HasOne<Member>().WithMany().HasForeignKey(x => x.FromId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(x => x.ToId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Tie>(e =>
        {
            e.HasKey(t => new { t.LowId, t.HighId });
            e.HasIndex(t => t.HighId);
            e.Property(t => t.LowDays).HasDefaultValue(0);
            e.Property(t => t.HighDays).HasDefaultValue(0);
            e.HasOne<Member>().WithMany().HasForeignKey(t => t.LowId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(t => t.HighId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
