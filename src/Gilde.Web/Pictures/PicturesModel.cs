using Gilde.Web.Profiles;

namespace Gilde.Web.Pictures;

internal static class PicturesModel
{
    public static void Build(ModelBuilder builder) => builder.Entity<Picture>(e =>
    {
        e.HasIndex(p => p.OwnerId);
        e.HasIndex(p => new { p.Purpose, p.ContextId });
        e.HasIndex(p => p.Folder).IsUnique();
        e.Property(p => p.Folder).HasMaxLength(40);
        e.Property(p => p.Sha256).HasMaxLength(64);
        e.Property(p => p.Alternative).HasMaxLength(Picture.MaxAlternative);
        e.HasOne<Member>().WithMany().HasForeignKey(p => p.OwnerId).OnDelete(DeleteBehavior.Cascade);
    });
}
