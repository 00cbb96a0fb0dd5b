using Gilde.Web.Profiles;
using Gilde.Web.Setup;
using Microsoft.AspNetCore.Identity;

namespace Gilde.Web.Accounts;

internal static class AccountsModel
{
    public static void Build(ModelBuilder builder)
    {
        builder.Entity<Network>(e =>
        {
            e.Property(n => n.Id).ValueGeneratedNever();
            e.Property(n => n.Imprint).HasMaxLength(20_000);
            e.Property(n => n.PrivacyNotice).HasMaxLength(50_000);
        });
        builder.Entity<Account>(e =>
        {
            // An account has the id of its member: the member is saved first.
            e.Property(a => a.Id).ValueGeneratedNever();
            e.Property(a => a.PasswordHash).HasMaxLength(500);
            e.HasOne<Member>().WithOne().HasForeignKey<Account>(a => a.Id).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<IdentityUserToken<long>>().Property(t => t.Value).HasMaxLength(1000);
        // As Identity's schema version 3 has it; stated here since a context without the server's options would leave it out.
        builder.Entity<IdentityUserPasskey<long>>(e =>
        {
            e.ToTable("AspNetUserPasskeys");
            e.HasKey(p => p.CredentialId);
            e.Property(p => p.CredentialId).HasMaxLength(1024);
            e.OwnsOne(p => p.Data).ToJson();
            e.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId).IsRequired();
        });
        builder.Entity<Session>(e =>
        {
            e.HasIndex(s => s.TokenHash).IsUnique();
            e.HasIndex(s => s.AccountId);
            e.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<MailLink>(e =>
        {
            e.HasIndex(l => l.TokenHash).IsUnique();
            e.HasIndex(l => l.AccountId);
            e.HasIndex(l => l.InviterId);
            e.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(l => l.InviterId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<AccountActivity>(e =>
        {
            e.HasIndex(a => new { a.AccountId, a.Id });
            e.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<RoleGrant>(e =>
        {
            e.HasKey(g => new { g.MemberId, g.Role });
            e.HasOne<Member>().WithMany().HasForeignKey(g => g.MemberId).OnDelete(DeleteBehavior.Cascade);
        });
        Doors(builder);
        Leaving(builder);
    }

    private static void Doors(ModelBuilder builder)
    {
        builder.Entity<DoorCounter>(e =>
        {
            e.HasKey(c => c.Key);
            e.Property(c => c.Key).HasMaxLength(100);
            e.HasIndex(c => c.LastAt);
        });
        builder.Entity<SecondFactor>(e =>
        {
            e.HasKey(f => f.AccountId);
            e.Property(f => f.AccountId).ValueGeneratedNever();
            e.Property(f => f.Secret).HasMaxLength(64);
            e.HasOne<Account>().WithOne().HasForeignKey<SecondFactor>(f => f.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<RecoveryCode>(e =>
        {
            e.HasIndex(c => new { c.AccountId, c.CodeHash }).IsUnique();
            e.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Suspension>(e =>
        {
            e.HasKey(s => s.MemberId);
            e.Property(s => s.MemberId).ValueGeneratedNever();
            e.Property(s => s.Reason).HasMaxLength(2_000);
            e.HasOne<Member>().WithOne().HasForeignKey<Suspension>(s => s.MemberId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void Leaving(ModelBuilder builder)
    {
        builder.Entity<Export>(e =>
        {
            e.HasIndex(x => x.AccountId);
            e.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ErasureRequest>(e =>
        {
            e.HasKey(r => r.MemberId);
            e.Property(r => r.MemberId).ValueGeneratedNever();
            e.HasIndex(r => r.DueAt);
            e.HasOne<Member>().WithOne().HasForeignKey<ErasureRequest>(r => r.MemberId).OnDelete(DeleteBehavior.Cascade);
        });
        // No foreign key: the row outlives the member, and a restored backup in which the member is back.
        builder.Entity<Erasure>(e =>
        {
            e.HasKey(x => x.MemberId);
            e.Property(x => x.MemberId).ValueGeneratedNever();
        });
    }
}
