using Gilde.Web.Imports.AddressBook;
using Gilde.Web.Profiles;

namespace Gilde.Web.Imports;

internal static class ImportsModel
{
    public static void Build(ModelBuilder builder)
    {
        builder.Entity<StagedImport>(e =>
        {
            e.HasKey(i => i.MemberId);
            e.Property(i => i.MemberId).ValueGeneratedNever();
            e.HasIndex(i => i.ExpiresAt);
            e.HasOne<Member>().WithOne().HasForeignKey<StagedImport>(i => i.MemberId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<AddressBookEntry>(e =>
        {
            e.ToTable("AddressBookEntries");
            e.HasIndex(a => new { a.OwnerId, a.SortName, a.Id });
            e.Property(a => a.Emails).HasMaxLength(AddressBookEntry.MaxLines);
            e.Property(a => a.Phones).HasMaxLength(AddressBookEntry.MaxLines);
            e.Property(a => a.Web).HasMaxLength(500);
            e.Property(a => a.Note).HasMaxLength(AddressBookEntry.MaxNote);
            e.HasOne<Member>().WithMany().HasForeignKey(a => a.OwnerId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<AddressBookKey>(e =>
        {
            e.HasKey(k => new { k.EntryId, k.Hash });
            e.HasIndex(k => new { k.Hash, k.OwnerId });
            e.HasIndex(k => k.OwnerId);
            e.HasOne<AddressBookEntry>().WithMany().HasForeignKey(k => k.EntryId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<MatchSecret>().Property(s => s.Id).ValueGeneratedNever();
        builder.Entity<SuggestionDismissal>(e =>
        {
            e.HasKey(d => new { d.MemberId, d.OtherId });
            e.HasIndex(d => d.OtherId);
            e.HasOne<Member>().WithMany().HasForeignKey(d => d.MemberId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(d => d.OtherId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
