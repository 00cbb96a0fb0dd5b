using Gilde.Web.Profiles;

namespace Gilde.Web.Search;

internal static class SearchModel
{
    public static void Build(ModelBuilder builder) => builder.Entity<SearchPhrase>(e =>
    {
        e.HasIndex(p => p.MemberId);
        e.HasIndex(p => new { p.Kind, p.Key });
        e.Property(p => p.Text).HasMaxLength(SearchPhrase.MaxText);
        e.Property(p => p.Key).HasMaxLength(SearchPhrase.MaxText);
        e.HasOne<Member>().WithMany().HasForeignKey(p => p.MemberId).OnDelete(DeleteBehavior.Cascade);
    });
}
