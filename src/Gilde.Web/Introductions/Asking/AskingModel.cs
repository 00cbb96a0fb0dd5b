using Gilde.Web.Profiles;

namespace Gilde.Web.Introductions.Asking;

internal static class AskingModel
{
    public static void Build(ModelBuilder builder)
    {
        builder.Entity<Introduction>(e =>
        {
            e.HasIndex(i => new { i.RequesterId, i.AskedAt });
            e.HasIndex(i => i.TargetId);
            e.HasIndex(i => i.HolderId);
            e.HasIndex(i => i.ExpiresAt);
            e.Property(i => i.Wish).HasMaxLength(Introduction.MaxWish);
            e.Property(i => i.TargetName).HasMaxLength(Introduction.MaxName);
            e.Property(i => i.FirstName).HasMaxLength(Introduction.MaxName);
            e.Ignore(i => i.IsAtTarget);
            e.HasOne<Member>().WithMany().HasForeignKey(i => i.RequesterId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(i => i.TargetId).OnDelete(DeleteBehavior.SetNull);
            e.HasOne<Member>().WithMany().HasForeignKey(i => i.HolderId).OnDelete(DeleteBehavior.SetNull);
            e.HasMany(i => i.Stops).WithOne().HasForeignKey(s => s.IntroductionId).OnDelete(DeleteBehavior.Cascade);
            e.HasMany(i => i.Answers).WithOne().HasForeignKey(a => a.IntroductionId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne(i => i.Closure).WithOne().HasForeignKey<IntroductionClosure>(c => c.IntroductionId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<IntroductionStop>(e =>
        {
            e.HasKey(s => new { s.IntroductionId, s.Place });
            e.HasIndex(s => s.MemberId);
            e.HasOne<Member>().WithMany().HasForeignKey(s => s.MemberId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<IntroductionAnswer>(e =>
        {
            e.HasKey(a => new { a.IntroductionId, a.Place });
            e.HasIndex(a => new { a.MemberId, a.IntroductionId });
            e.Property(a => a.Words).HasMaxLength(Introduction.MaxWords);
            e.HasOne<Member>().WithMany().HasForeignKey(a => a.MemberId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<IntroductionClosure>(e =>
        {
            e.HasKey(c => c.IntroductionId);
            e.Property(c => c.IntroductionId).ValueGeneratedNever();
        });
        BuildEnds(builder);
    }

    private static void BuildEnds(ModelBuilder builder)
    {
        builder.Entity<IntroductionThanks>(e =>
        {
            e.HasKey(t => t.IntroductionId);
            e.Property(t => t.IntroductionId).ValueGeneratedNever();
            e.Property(t => t.Words).HasMaxLength(Introduction.MaxWords);
            e.HasOne<Introduction>().WithOne().HasForeignKey<IntroductionThanks>(t => t.IntroductionId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<KeptIntroduction>(e =>
        {
            e.HasKey(k => new { k.LowId, k.HighId, k.IntroductionId });
            e.HasIndex(k => k.HighId);
            e.HasIndex(k => k.IntroductionId);
            e.HasOne<Member>().WithMany().HasForeignKey(k => k.LowId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(k => k.HighId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Introduction>().WithMany().HasForeignKey(k => k.IntroductionId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<IntroductionLetter>(e =>
        {
            e.HasKey(l => l.IntroductionId);
            e.Property(l => l.IntroductionId).ValueGeneratedNever();
            e.Property(l => l.Name).HasMaxLength(Introduction.MaxName);
            e.Property(l => l.Words).HasMaxLength(Introduction.MaxWords);
            e.HasIndex(l => l.TokenHash).IsUnique();
            e.HasIndex(l => new { l.SenderId, l.SentAt });
            e.HasOne<Introduction>().WithOne().HasForeignKey<IntroductionLetter>(l => l.IntroductionId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Member>().WithMany().HasForeignKey(l => l.SenderId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<IntroductionReply>(e =>
        {
            e.HasKey(r => r.IntroductionId);
            e.Property(r => r.IntroductionId).ValueGeneratedNever();
            e.Property(r => r.Name).HasMaxLength(Introduction.MaxName);
            e.Property(r => r.Words).HasMaxLength(Introduction.MaxWords);
            e.HasOne<Introduction>().WithOne().HasForeignKey<IntroductionReply>(r => r.IntroductionId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<IntroductionChoice>(e =>
        {
            e.HasKey(c => c.MemberId);
            e.Property(c => c.MemberId).ValueGeneratedNever();
            e.HasOne<Member>().WithOne().HasForeignKey<IntroductionChoice>(c => c.MemberId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
