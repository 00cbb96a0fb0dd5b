using Gilde.Web.Jobs;

namespace Gilde.Web.Events;

internal static class EventsModel
{
    public static void Build(ModelBuilder builder)
    {
        builder.Entity<Event>(e =>
        {
            e.Property(x => x.Kind).HasMaxLength(60);
            e.Property(x => x.Transaction).ValueGeneratedOnAdd();
            e.HasIndex(x => new { x.Transaction, x.Id });
        });
        builder.Entity<EventPosition>().HasKey(p => p.Reader);
        builder.Entity<Job>(e =>
        {
            e.Property(j => j.Payload).HasMaxLength(200_000);
            // Counted at every claim: whose claim ran out meanwhile can no longer end or put back the job.
            e.Property(j => j.Attempts).IsConcurrencyToken();
            e.Property(j => j.LastError).HasMaxLength(2_000);
            e.HasIndex(j => j.EffectKey).IsUnique();
            e.HasIndex(j => new { j.ParkedAt, j.DueAt });
        });
    }
}
