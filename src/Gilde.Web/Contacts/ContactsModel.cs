using Gilde.Graph;
using Gilde.Web.Profiles;

namespace Gilde.Web.Contacts;

internal static class ContactsModel
{
    public static void Build(ModelBuilder builder)
    {
        builder.Entity<Contact>(e =>
        {
            e.HasKey(c => new { c.OwnerId, c.OtherId });
            e.HasIndex(c => c.OtherId);
            e.Property(c => c.Note).HasMaxLength(4_000);
            e.Property(c => c.Word).HasDefaultValue(PrivateWord.Unsaid);
            e.HasOne<Member>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(c => c.OtherId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ContactTag>(e =>
        {
            e.HasKey(t => new { t.OwnerId, t.OtherId, t.Tag });
            e.HasIndex(t => new { t.OwnerId, t.Tag });
            e.Property(t => t.Tag).HasMaxLength(ContactTag.MaxLength);
            e.HasOne<Contact>().WithMany().HasForeignKey(t => new { t.OwnerId, t.OtherId }).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ContactRequest>(e =>
        {
            e.HasIndex(r => new { r.FromId, r.ToId }).IsUnique();
            e.HasIndex(r => new { r.ToId, r.DeclinedAt });
            e.HasIndex(r => new { r.FromId, r.At });
            e.Property(r => r.Reason).HasMaxLength(ContactRequest.MaxReason);
            e.HasOne<Member>().WithMany().HasForeignKey(r => r.FromId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(r => r.ToId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Block>(e =>
        {
            e.HasKey(b => new { b.MemberId, b.BlockedId });
            e.HasIndex(b => b.BlockedId);
            e.HasOne<Member>().WithMany().HasForeignKey(b => b.MemberId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(b => b.BlockedId).OnDelete(DeleteBehavior.Cascade);
        });
        BuildCard(builder);
    }

    private static void BuildCard(ModelBuilder builder)
    {
        builder.Entity<CardField>(e =>
        {
            e.HasIndex(f => f.MemberId);
            e.Property(f => f.Value).HasMaxLength(CardField.MaxValue);
            e.HasOne<Member>().WithMany().HasForeignKey(f => f.MemberId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<CardRelease>(e =>
        {
            e.HasKey(r => new { r.FieldId, r.ToId });
            e.HasIndex(r => r.ToId);
            e.HasOne<CardField>().WithMany().HasForeignKey(r => r.FieldId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(r => r.ToId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<CardOffer>(e =>
        {
            e.HasKey(o => new { o.RequestId, o.FieldId });
            e.HasIndex(o => o.FieldId);
            e.HasOne<ContactRequest>().WithMany().HasForeignKey(o => o.RequestId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<CardField>().WithMany().HasForeignKey(o => o.FieldId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<CardLink>(e =>
        {
            e.HasKey(l => l.MemberId);
            e.Property(l => l.MemberId).ValueGeneratedNever();
            e.Property(l => l.Token).HasMaxLength(40);
            e.HasIndex(l => l.Token).IsUnique();
            e.HasOne<Member>().WithOne().HasForeignKey<CardLink>(l => l.MemberId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
