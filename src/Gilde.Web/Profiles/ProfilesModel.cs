using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gilde.Web.Profiles;

internal static class ProfilesModel
{
    public static void Build(ModelBuilder builder)
    {
        builder.Entity<Member>(e =>
        {
            e.HasIndex(m => m.Handle).IsUnique();
            e.HasIndex(m => m.Place);
            e.Property(m => m.Handle).HasMaxLength(40);
            e.Property(m => m.Name).HasMaxLength(100);
            e.Property(m => m.About).HasMaxLength(10_000);
            e.Property(m => m.TimeZone).HasMaxLength(60);
            e.Property(m => m.Theme).HasDefaultValue(Theme.Device);
            e.Property(m => m.FeedOrder).HasDefaultValue(FeedOrder.Latest);
        });
        Part<Position>(builder).Property(p => p.Description).HasMaxLength(4_000);
        Part<Education>(builder);
        Part<Credential>(builder);
        Part<Website>(builder).Property(w => w.Url).HasMaxLength(500);
        builder.Entity<Website>().Ignore(w => w.Host);
        Part<Topic>(builder).HasIndex(t => new { t.MemberId, t.Kind, t.Text }).IsUnique();
        builder.Entity<Topic>().HasIndex(t => new { t.Text, t.Kind });
        Part<SpokenLanguage>(builder).HasIndex(l => new { l.MemberId, l.Code }).IsUnique();
        Part<SectionAudience>(builder).HasKey(s => new { s.MemberId, s.Section });
        Owned<FormerHandle>(builder, f => f.MemberId).HasKey(f => f.Handle);
        builder.Entity<FormerHandle>().Property(f => f.Handle).HasMaxLength(40);
        Owned<RemovedEntry>(builder, r => r.MemberId).Property(r => r.Content).HasMaxLength(RemovedEntry.MaxContent);
        Owned<DismissedHint>(builder, h => h.MemberId).HasKey(h => new { h.MemberId, h.Hint });
        builder.Entity<DismissedHint>().Property(h => h.Hint).HasMaxLength(40);
    }

    private static EntityTypeBuilder<T> Part<T>(ModelBuilder builder) where T : class, IProfilePart
    {
        var part = Owned<T>(builder, p => p.MemberId);
        if (typeof(T).IsAssignableTo(typeof(IProfileEntry))) part.Property(nameof(IProfileEntry.Rank)).HasDefaultValue(0);
        return part;
    }

    private static EntityTypeBuilder<T> Owned<T>(ModelBuilder builder, Expression<Func<T, object?>> member) where T : class
    {
        var owned = builder.Entity<T>();
        owned.HasOne<Member>().WithMany().HasForeignKey(member).OnDelete(DeleteBehavior.Cascade);
        return owned;
    }
}
