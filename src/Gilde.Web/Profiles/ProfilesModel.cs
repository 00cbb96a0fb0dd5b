using Microsoft.EntityFrameworkCore;

namespace Gilde.Web.Profiles;

internal static class ProfilesModel
{
    public static void Build(ModelBuilder builder)
    {
        builder.Entity<Member>(e =>
        {
            e.HasIndex(m => m.Handle).IsUnique();
            e.Property(m => m.Handle).HasMaxLength(40);
            e.Property(m => m.Name).HasMaxLength(100);
            e.Property(m => m.About).HasMaxLength(10_000);
            e.Property(m => m.TimeZone).HasMaxLength(60);
        });
        Part<Position>(builder).Property(p => p.Description).HasMaxLength(4_000);
        Part<Education>(builder);
        Part<Credential>(builder);
        Part<Website>(builder).Property(w => w.Url).HasMaxLength(500);
        Part<Topic>(builder).HasIndex(t => new { t.MemberId, t.Kind, t.Text }).IsUnique();
        builder.Entity<Topic>().HasIndex(t => new { t.Text, t.Kind });
        Part<SpokenLanguage>(builder).HasIndex(l => new { l.MemberId, l.Code }).IsUnique();
        Part<SectionAudience>(builder).HasKey(s => new { s.MemberId, s.Section });
    }

    private static Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<T> Part<T>(ModelBuilder builder) where T : class, IProfilePart
    {
        var part = builder.Entity<T>();
        part.HasOne<Member>().WithMany().HasForeignKey(p => p.MemberId).OnDelete(DeleteBehavior.Cascade);
        return part;
    }
}
